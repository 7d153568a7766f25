"""truceline reads what is reported about a war and measures fighting against talking.

The way of the data, and the folders it passes:

    page -> read -> Story -> coding -> Event -> record -> EVENTS, PANEL
         -> measure -> Estimate -> show

`terms` holds the words all stages share; `pipeline` is the only place where stages meet; `cli` is
the door. Nothing is re-exported here: write `from truceline.measure import talks`.
"""

__version__ = "0.1.0"
