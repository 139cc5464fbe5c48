"""The shell: everything quick, one line in and one line out, without the dashboard."""

import gc

# A command is over before collecting garbage pays. The dashboard turns it on again after its first paint.
gc.disable()
