"""Other people's datasets into EVENTS and PANEL, one adapter a dataset; the door is `registry`."""
