"""Where stages meet, one file a job."""
