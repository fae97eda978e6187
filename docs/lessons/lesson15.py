# Lesson 15: ten processes from a target, and a Process subclass
#
# The constructor of the subclass takes the name. Processes print as they come.
#
# Run it alone: python3 lesson15.py
from multiprocessing import Process


def show(i):
    print('process', i)


class Greeter(Process):
    def __init__(self, name, greeting):
        super().__init__()
        self.name = name
        self.greeting = greeting

    def run(self):
        print(self.greeting, 'from', self.name)


if __name__ == '__main__':
    processes = []
    for i in range(10):
        p = Process(target=show, args=(i,))
        p.start()
        processes.append(p)
    for p in processes:
        p.join()
    print('exit codes', [p.exitcode for p in processes])

    greeters = [Greeter(name, 'hello') for name in ['Ann', 'Bob', 'Eve']]
    for greeter in greeters:
        greeter.start()
    for greeter in greeters:
        greeter.join()
    print('exit codes', [greeter.exitcode for greeter in greeters])
