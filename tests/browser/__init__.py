"""Tests that look at the product through Chromium."""
