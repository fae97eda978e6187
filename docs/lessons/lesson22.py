# Lesson 22: values and arrays that processes share
#
# To read and to write each take the lock alone; += is both, so it needs the lock around it.
#
# Run it alone: python3 lesson22.py
from multiprocessing import Array, Process, Value


def change(number, numbers):
    number.value = 3.1415927
    for i in range(len(numbers)):
        numbers[i] = -numbers[i]


def add(total):
    for _ in range(1000):
        with total.get_lock():
            total.value += 1


if __name__ == '__main__':
    number = Value('d', 0.0)
    numbers = Array('i', [11, 22, 33, 44])
    print('before:', number.value, numbers[:])
    p = Process(target=change, args=(number, numbers))
    p.start()
    p.join()
    print('after: ', number.value, numbers[:])
    numbers[0] = 5
    print(numbers[0], numbers[1:3], len(numbers), sum(numbers))
    try:
        numbers[4]
    except IndexError as e:
        print(e)

    total = Value('i', 0)
    adders = [Process(target=add, args=(total,)) for _ in range(4)]
    for p in adders:
        p.start()
    for p in adders:
        p.join()
    print('total: ', total.value)
    print(Value('i', 7), Value('i', 7, lock=False))
