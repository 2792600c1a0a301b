"""Tests of the open data by address."""
