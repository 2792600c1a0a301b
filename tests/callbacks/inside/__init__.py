"""Tests of the inside pages."""
