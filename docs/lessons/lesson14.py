# Lesson 14: a thread that raises, and threading.excepthook
#
# An exception ends its own thread only. The hook tells of it; the default one prints a traceback on stderr.
#
# Run it alone: python3 lesson14.py
import sys
import threading
from threading import Thread

done = []


def hook(args):
    print('hook:', args.thread.name, args.exc_type.__name__, args.exc_value)


def fail(text):
    raise ValueError(text)


def look_up(key):
    raise KeyError(key)


def leave():
    sys.exit(3)


def work(n):
    done.append(n)


def run(t):
    t.start()
    t.join()
    print(t.name, 'is alive:', t.is_alive())


if __name__ == '__main__':
    run(Thread(target=fail, args=('told by the default hook',), name='default'))

    default_hook = threading.excepthook
    threading.excepthook = hook
    run(Thread(target=fail, args=('no such luck',), name='unlucky'))
    run(Thread(target=look_up, args=('k',), name='forgetful'))
    run(Thread(target=work, args=(1, 2), name='miscalled'))
    run(Thread(target=work, args=(5,), name='well'))
    print('the others go on:', done)

    threading.excepthook = default_hook
    run(Thread(target=leave, name='leaver'))
    print('sys.exit ended that thread only')
