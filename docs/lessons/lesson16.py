# Lesson 16: what is known of a process, and how it ends
#
# The exit code is None while the process runs, then 0, 1 after an exception, n of sys.exit(n), or -signal. What a
# child raises is printed by the child, on stderr.
#
# Run it alone: python3 lesson16.py
import os
import sys
import time
from multiprocessing import Event, Process, active_children, current_process, parent_process


def report(parent, go):
    go.wait()
    me = current_process()
    print('child:', me.name, me.pid == os.getpid(), os.getppid() == parent, parent_process().name)


def fail():
    raise ValueError('told on stderr')


def leave(code):
    sys.exit(code)


def sleep():
    time.sleep(1000)


if __name__ == '__main__':
    me = current_process()
    print('main:', me.name, me.pid == os.getpid(), parent_process())

    go = Event()
    p = Process(target=report, args=(os.getpid(), go), name='reporter')
    print('before:', p.pid, p.is_alive(), p.exitcode)
    p.start()
    print('running:', p.pid != os.getpid(), p.is_alive(), p.exitcode, p in active_children(), flush=True)
    go.set()
    p.join()
    print('after:', p.is_alive(), p.exitcode, active_children(), flush=True)

    for p in [Process(target=fail), Process(target=leave, args=(3,)), Process(target=leave, args=(None,))]:
        p.start()
        p.join()
        print(p.name, 'ended with', p.exitcode)

    p = Process(target=sleep)
    p.start()
    p.join(0.05)
    print('still there:', p.is_alive())
    p.terminate()
    p.join()
    print('terminated:', p.exitcode)

    p = Process(target=sleep)
    p.start()
    try:
        p.close()
    except ValueError as e:
        print('ValueError:', e)
    p.kill()
    p.join()
    print('killed:', p.exitcode)
    p.close()
    try:
        p.is_alive()
    except ValueError as e:
        print('ValueError:', e)
