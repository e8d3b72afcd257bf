"""Descriptions: what each form asks, in the office's words, and what each paper says."""
