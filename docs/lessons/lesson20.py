# Lesson 20: queues between processes
#
# A worker ends at a None; a JoinableQueue knows when all tasks are done. queue.Empty is the queue module's.
#
# Run it alone: python3 lesson20.py
import queue
from multiprocessing import JoinableQueue, Process, Queue


def produce(numbers, count):
    for i in range(count):
        numbers.put(i)


def consume(numbers, sums):
    total = 0
    while True:
        number = numbers.get()
        if number is None:
            break
        total += number
    sums.put(total)


def work(tasks, results):
    while True:
        task = tasks.get()
        results.put((task, task * task))
        tasks.task_done()


if __name__ == '__main__':
    q = Queue(2)
    q.put('first')
    q.put('second')
    try:
        q.put('third', timeout=0.05)
    except queue.Full:
        print('full')
    print(q.get(), q.get())
    try:
        q.get(timeout=0.05)
    except queue.Empty:
        print('empty')

    numbers = Queue()
    sums = Queue()
    producers = [Process(target=produce, args=(numbers, 100)) for _ in range(3)]
    consumers = [Process(target=consume, args=(numbers, sums)) for _ in range(2)]
    for p in producers + consumers:
        p.start()
    for p in producers:
        p.join()
    for _ in consumers:
        numbers.put(None)
    print('sum of all:', sums.get() + sums.get())
    for p in consumers:
        p.join()

    tasks = JoinableQueue()
    results = Queue()
    for _ in range(2):
        Process(target=work, args=(tasks, results), daemon=True).start()
    for i in range(5):
        tasks.put(i)
    tasks.join()
    print('all done')
    for pair in sorted(results.get() for _ in range(5)):
        print(pair[0], 'squared is', pair[1])
    try:
        tasks.task_done()
    except ValueError as e:
        print('ValueError:', e)
