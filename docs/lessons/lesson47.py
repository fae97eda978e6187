# Lesson 47: gevent, many pages at once
#
# spawn starts a greenlet, joinall waits for all; while one waits for the network, the others go on.
#
# Run it alone: python3 lesson47.py
# Needs the Python module gevent.

from gevent import monkey

monkey.patch_all()

import socket

import gevent


def serve(listener):
    while True:
        conn, address = listener.accept()
        gevent.spawn(answer, conn)


def answer(conn):
    page = conn.recv(1024).decode("utf-8")
    if page == "missing":
        conn.sendall(b"")
    elif page == "slow":
        gevent.sleep(30)
    else:
        gevent.sleep(0.05)
        conn.sendall(("<h1>" + page + "</h1>").encode("utf-8"))
    conn.close()


def fetch(port, page):
    s = socket.socket()
    s.connect(("127.0.0.1", port))
    s.sendall(page.encode("utf-8"))
    text = s.recv(1024).decode("utf-8")
    s.close()
    if text == "":
        raise ValueError("no page " + page)
    return text


def failed(job):
    print("failed:", job.exception)


if __name__ == "__main__":
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen(50)
    port = listener.getsockname()[1]
    server = gevent.spawn(serve, listener)

    jobs = [gevent.spawn(fetch, port, page) for page in ["python", "java", "gevent"]]
    gevent.joinall(jobs, timeout=20)
    for job in jobs:
        print(job.successful(), job.value)

    try:
        with gevent.Timeout(0.2):
            fetch(port, "slow")
    except gevent.Timeout as t:
        print("gave up after", t)

    slow = gevent.spawn(fetch, port, "slow")
    gevent.sleep(0.1)
    print("ready:", slow.ready())
    slow.kill()
    print("killed:", slow.ready(), slow.successful(), repr(slow.value))

    first = gevent.spawn(fetch, port, "first")
    first.link_exception(failed)
    print("get:", first.get())
    server.kill()
    listener.close()
