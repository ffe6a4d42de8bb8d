"""Runs a program in a terminal: in_pty.py JSON with argv, cwd, env, size (columns), steps [[text to wait for, keys]].

Prints JSON: the exit status (128 plus the number of a signal) and all that the terminal was sent.
"""

import fcntl
import json
import os
import pty
import select
import struct
import sys
import termios

job = json.loads(sys.argv[1])
pid, terminal = pty.fork()
if pid == 0:
    os.chdir(job["cwd"])
    os.environ.update(job["env"])
    os.execvp(job["argv"][0], job["argv"])
if job["columns"] > 0:
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, job["columns"], 0, 0))

seen = b""


def read(seconds):
    """Takes what comes within some seconds; false once the program has ended."""
    global seen
    ready, _, _ = select.select([terminal], [], [], seconds)
    if not ready:
        return True
    try:
        data = os.read(terminal, 65536)
    except OSError:
        return False
    seen += data
    return bool(data)


at = 0
running = True
for text, keys in job["steps"]:
    # However long a busy machine takes: a key that comes too early is another key. Whoever runs this has the last word.
    while running and text.encode() not in seen[at:]:
        running = read(0.1)
    found = seen.find(text.encode(), at)
    at = at if found < 0 else found + len(text.encode())
    if running:
        os.write(terminal, keys.encode())
while running:
    running = read(1)
_, status = os.waitpid(pid, 0)
code = os.waitstatus_to_exitcode(status)
print(json.dumps({"status": code if code >= 0 else 128 - code, "output": seen.decode("utf8", "replace")}))
