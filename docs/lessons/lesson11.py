# Lesson 11: three queues: first in first out, last in first out, smallest first
#
# A queue with a maxsize can be full. The nowait forms raise Full and Empty instead of waiting.
#
# Run it alone: python3 lesson11.py
from queue import Empty, Full, LifoQueue, PriorityQueue, Queue


def drain(q):
    items = []
    while not q.empty():
        items.append(q.get())
    return items


if __name__ == '__main__':
    q = Queue(maxsize=3)
    for item in ['first', 'second', 'third']:
        q.put(item)
    print('size', q.qsize(), 'full', q.full(), 'empty', q.empty())
    try:
        q.put_nowait('fourth')
    except Full:
        print('full: put_nowait raises Full')
    try:
        q.put('fourth', timeout=0.05)
    except Full:
        print('full: put with a timeout raises Full later')
    print(drain(q))

    try:
        q.get_nowait()
    except Empty:
        print('empty: get_nowait raises Empty')
    try:
        q.get(block=True, timeout=0.05)
    except Empty:
        print('empty: get with a timeout raises Empty later')
    try:
        q.get(timeout=-1)
    except ValueError as e:
        print('ValueError:', e)

    stack = LifoQueue()
    for item in ['first', 'second', 'third']:
        stack.put(item)
    print(drain(stack))

    heap = PriorityQueue()
    heap.put((30, 'sleep'))
    heap.put((10, 'wake up'))
    heap.put((20, 'work'))
    heap.put((10, 'get up'))
    print(drain(heap))
