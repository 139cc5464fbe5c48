"""The shell: everything quick, one line in and one line out, without the dashboard."""
