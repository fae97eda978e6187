# Lesson 46: greenlet, switching by hand
#
# switch goes to another function where it left off; what is passed to it is what its own switch returns there.
#
# Run it alone: python3 lesson46.py
# Needs the Python module greenlet.

from greenlet import GreenletExit, getcurrent, greenlet


def test1():
    print(12)
    gr2.switch()
    print(34)


def test2():
    print(56)
    gr1.switch()
    print(78)  # never reached: test1 returns to the main greenlet


def adder(x):
    total = x
    while True:
        total += getcurrent().parent.switch(total)


def guarded():
    try:
        getcurrent().parent.switch("waiting")
    except ValueError as e:
        return "caught " + str(e)


gr1 = greenlet(test1)
gr2 = greenlet(test2)

if __name__ == "__main__":
    gr1.switch()
    print("dead:", gr1.dead, gr2.dead)

    g = greenlet(adder)
    print(g.switch(1), g.switch(10), g.switch(100))
    print("ended by", repr(g.throw(GreenletExit)), g.dead)
    print("a dead one gives back", g.switch("this"))

    h = greenlet(guarded)
    print(h.switch())
    print(h.throw(ValueError("no")))
