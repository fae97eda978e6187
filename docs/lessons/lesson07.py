# Lesson 07: BoundedSemaphore, at most five at a time
#
# One release more than there were acquires is an error.
#
# Run it alone: python3 lesson07.py
import time
from threading import BoundedSemaphore, Lock, Thread

rooms = BoundedSemaphore(5)
lock = Lock()
inside = 0
most = 0
served = 0


def visit(guest):
    global inside, most, served
    with rooms:
        with lock:
            inside += 1
            most = max(most, inside)
        time.sleep(0.02)
        with lock:
            inside -= 1
            served += 1


if __name__ == '__main__':
    guests = [Thread(target=visit, args=(i,)) for i in range(20)]
    for guest in guests:
        guest.start()
    for guest in guests:
        guest.join()
    print('served:', served)
    print('never more than five inside:', most <= 5)
    print('inside at the end:', inside)

    for _ in range(5):
        rooms.acquire()
    print('a sixth:', rooms.acquire(blocking=False))
    print('a sixth that waits a little:', rooms.acquire(timeout=0.05))
    for _ in range(5):
        rooms.release()
    try:
        rooms.release()
    except ValueError as e:
        print('ValueError:', e)
