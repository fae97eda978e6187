# Lesson 02: a Thread subclass with run(), its arguments through the constructor
#
# What run() leaves in the object can be read after join.
#
# Run it alone: python3 lesson02.py
from threading import Thread


class Adder(Thread):
    def __init__(self, name, numbers):
        super().__init__(name=name)
        self.numbers = numbers
        self.total = 0

    def run(self):
        for n in self.numbers:
            self.total += n


if __name__ == '__main__':
    adders = [Adder('ones', [1, 1, 1]), Adder('tens', [10, 20, 30]), Adder('range', range(100))]
    for adder in adders:
        adder.start()
    for adder in adders:
        adder.join()
    for adder in adders:
        print(adder.name, 'added', adder.numbers, 'to', adder.total)
