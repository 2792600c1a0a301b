"""What befalls a running product, done to it: outages, full disks, kills, locks, odd clocks."""
