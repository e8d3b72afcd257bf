"""The window: widgets over the services, and nothing of worth that lives in them alone."""
