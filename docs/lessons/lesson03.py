# Lesson 03: daemon threads end with the main thread, others are waited for
#
# setDaemon(True) is the old spelling of daemon = True. A thread is a daemon too when its creator is one.
#
# Run it alone: python3 lesson03.py
import time
from threading import Event, Thread

main_ends = Event()


def guard(spelling, begun):
    print('daemon made by', spelling, 'begins')
    begun.set()
    time.sleep(60)
    print('never printed: the main thread has ended before')


def create(begun):
    child = Thread(target=guard, args=('its creator', begun))
    print('child of a daemon is a daemon:', child.daemon)
    child.start()


def work():
    main_ends.wait()
    print('the other thread: prints although the main thread has ended')


if __name__ == '__main__':
    begun = Event()
    t1 = Thread(target=guard, args=('setDaemon(True)', begun))
    t1.setDaemon(True)
    t1.start()
    begun.wait()

    begun = Event()
    t2 = Thread(target=guard, args=('daemon=True', begun), daemon=True)
    t2.start()
    begun.wait()

    begun = Event()
    t3 = Thread(target=create, args=(begun,))
    t3.daemon = True
    t3.start()
    begun.wait()

    t4 = Thread(target=work)
    t4.start()
    print('t1, t2, t4 are daemons:', t1.daemon, t2.daemon, t4.daemon)
    try:
        t4.daemon = True
    except RuntimeError as e:
        print('too late:', e)
    print('main thread: ends')
    main_ends.set()
