# Lesson 27: a block of shared memory and a list in one, seen by two processes
#
# Both are found by name. Whoever made a block unlinks it in the end.
#
# Run it alone: python3 lesson27.py
from multiprocessing import Process
from multiprocessing.shared_memory import ShareableList, SharedMemory


def write(name):
    block = SharedMemory(name=name)
    block.buf[0:5] = b'hello'
    block.buf[5] = 33
    block.close()


def change(name):
    items = ShareableList(name=name)
    items[0] += 1
    items[1] = 'dog'
    items.shm.close()


if __name__ == '__main__':
    block = SharedMemory(create=True, size=10)
    print('before:', bytes(block.buf[0:6]))
    p = Process(target=write, args=(block.name,))
    p.start()
    p.join()
    print('after: ', bytes(block.buf[0:6]))
    name = block.name
    block.close()
    block.unlink()
    try:
        SharedMemory(name=name)
    except FileNotFoundError:
        print('the block is gone')

    items = ShareableList([1, 'cat', 2.5, None, True, b'bytes'])
    print('before:', list(items))
    p = Process(target=change, args=(items.shm.name,))
    p.start()
    p.join()
    print('after: ', list(items))
    print(len(items), items.count(None), items.index('dog'))
    try:
        items[1] = 'far too long'
    except ValueError as e:
        print(e)
    items.shm.close()
    items.shm.unlink()
