# Lesson 45: Generators that pass the turn
#
# next runs the body up to its next yield; send makes that yield return a value; close ends the body where it waits.
#
# Run it alone: python3 lesson45.py


def countdown(n):
    while n > 0:
        yield n
        n -= 1


def consumer():
    print("consumer: ready")
    reply = "nothing yet"
    try:
        while True:
            item = yield reply
            print("consumer: got", item)
            reply = "thanks for " + item
    finally:
        print("consumer: closed")


def produce(to):
    print("producer:", next(to))
    for item in ["bread", "milk"]:
        print("producer: sends", item)
        print("producer:", to.send(item))
    to.close()


def task(name, steps):
    for step in range(steps):
        print(name, "step", step)
        yield
    print(name, "done")


def run_all(tasks):
    while tasks:
        current = tasks.pop(0)
        try:
            next(current)
            tasks.append(current)
        except StopIteration:
            pass


if __name__ == "__main__":
    for n in countdown(3):
        print("count", n)
    produce(consumer())
    run_all([task("A", 2), task("B", 3), task("C", 1)])
