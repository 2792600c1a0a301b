"""Tests mirror the rooms; tests/browser needs Chromium, the store tests run on both engines."""
