# Lesson 13: threading.local, each thread its own value
#
# A global has one value for all; an attribute of a local has one for each thread, none where it was not set.
#
# Run it alone: python3 lesson13.py
import threading
from threading import Barrier, Thread

shared = 0
local = threading.local()
all_have_set = Barrier(5)
from_global = []
from_local = []


def remember(n):
    global shared
    shared = n
    local.x = n
    all_have_set.wait()
    from_global.append(shared)
    from_local.append(local.x)


if __name__ == '__main__':
    local.x = 'main'
    threads = [Thread(target=remember, args=(n,)) for n in range(5)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    print('different values read from the global:', len(set(from_global)))
    print('values read from the local:', sorted(from_local))
    print('the main thread still has its own:', local.x)
    del local.x
    try:
        print(local.x)
    except AttributeError as e:
        print('AttributeError:', e)
