# Small programs over select, selectors, socketserver and subprocess; SystemPrograms.java has the same.
import select, selectors, socket, socketserver, struct, subprocess, sys, threading

IN, OUT, RDHUP = select.POLLIN, select.POLLOUT, select.POLLRDHUP


def told(one, mask):
    """What poll and epoll tell at last, when it has arrived: the last of two equal looks."""
    poll = select.poll()
    poll.register(one, mask)
    with select.epoll() as epoll:
        epoll.register(one, mask)
        return [event for fd, event in poll.poll(20)], [event for fd, event in epoll.poll(0.02)]


def tcp():
    with socket.create_server(('127.0.0.1', 0)) as server:
        a = socket.create_connection(server.getsockname())
        return a, server.accept()[0]


def settle(one, mask, wanted):
    """Waits until an event has arrived."""
    poll = select.poll()
    poll.register(one, mask)
    for _ in range(3000):
        if any(event & wanted for fd, event in poll.poll(10)):
            return


def ends(make, name):
    a, b = make()
    print(name, 'idle', told(b, IN), told(b, IN | OUT))
    a.sendall(b'x')
    settle(b, IN, IN)
    print(name, 'data', told(b, IN), told(b, IN | OUT), told(b, OUT))
    b.recv(1)
    a.shutdown(socket.SHUT_WR)
    settle(b, IN, IN)
    print(name, 'peer shut', told(b, IN), told(b, IN | OUT), told(b, OUT))
    b.shutdown(socket.SHUT_WR)
    settle(b, IN, select.POLLHUP)
    print(name, 'both shut', told(b, IN), told(b, IN | OUT), told(b, OUT), told(b, IN | RDHUP))
    settle(a, IN, select.POLLHUP)
    print(name, 'the other', told(a, IN), told(a, IN | OUT | RDHUP))
    a.close()
    b.close()
    a, b = make()
    b.shutdown(socket.SHUT_WR)
    print(name, 'own shut', told(b, IN | OUT))
    a.close()
    b.close()
    a, b = make()
    a.close()
    settle(b, IN, IN)
    print(name, 'peer closed', told(b, IN), told(b, IN | OUT), told(b, OUT), b.recv(1))
    b.close()


def hang_ups_unix():
    ends(socket.socketpair, 'unix')


def hang_ups_tcp():
    ends(tcp, 'tcp')
    a, b = tcp()
    a.shutdown(socket.SHUT_WR)
    settle(b, IN, IN)
    print('end', told(b, IN | RDHUP), told(b, IN | OUT | RDHUP))
    a.close()
    b.close()


def resets():
    a, b = tcp()
    b.send(b'left')
    settle(a, IN, IN)
    a.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))
    a.close()
    settle(b, IN, IN)
    print(told(b, IN), told(b, IN | OUT), told(b, OUT), told(b, IN | OUT | RDHUP))
    try:
        b.recv(1)
    except OSError as e:
        print(repr(e))
    print(told(b, IN), told(b, IN | OUT | RDHUP))
    b.close()


def not_connected():
    for s in [socket.socket(), socket.socket(socket.AF_UNIX)]:
        print(told(s, IN), told(s, IN | OUT))
        s.close()
    s = socket.socket(type=socket.SOCK_DGRAM)
    print(told(s, IN), told(s, IN | OUT))
    s.close()
    with socket.create_server(('127.0.0.1', 0)) as server:
        print(told(server, IN))
        address = server.getsockname()
        with socket.create_connection(address):
            settle(server, IN, IN)
            print(told(server, IN))
    s = socket.socket()
    s.setblocking(False)
    print(s.connect_ex(address))
    settle(s, OUT, OUT)
    print(told(s, OUT), told(s, IN | OUT | RDHUP))
    print(s.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR))
    s.close()


def pipes():
    p = subprocess.Popen(['cat'], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
    print(told(p.stdout, IN), told(p.stdin, OUT))
    p.stdin.write(b'xy')
    settle(p.stdout, IN, IN)
    print(told(p.stdout, IN), p.stdout.read(1))
    p.stdin.close()
    p.wait()
    print(told(p.stdout, IN), select.select([p.stdout], [], [], 0)[0] == [p.stdout])
    print(p.stdout.read(1), told(p.stdout, IN), select.select([p.stdout], [], [], 0)[0] == [p.stdout])
    p.stdout.close()


def attempt(function):
    try:
        print(function())
    except (OSError, ValueError, TypeError, KeyError, RuntimeError, OverflowError, subprocess.SubprocessError) as e:
        print(type(e).__name__, e)


def mistakes():
    poll = select.poll()
    poll.register(900, IN)
    print([event for fd, event in poll.poll(0)])
    attempt(lambda: poll.unregister(901))
    attempt(lambda: poll.modify(901, IN))
    attempt(lambda: poll.register(-1))
    attempt(lambda: poll.register('x'))
    attempt(lambda: poll.register(0, -1))
    attempt(lambda: poll.register(0, 65536))
    attempt(lambda: select.select([-1], [], [], 0))
    attempt(lambda: select.select([None], [], [], 0))
    attempt(lambda: select.select([], [], [], -1))
    attempt(lambda: select.select([], [], [], 0))
    epoll = select.epoll()
    attempt(lambda: epoll.register(900))
    attempt(lambda: epoll.unregister(900))
    attempt(lambda: epoll.poll(0, 0))
    attempt(lambda: epoll.poll(0, -2))
    a, b = socket.socketpair()
    poll.unregister(900)
    poll.register(a)
    epoll.register(a)
    attempt(lambda: epoll.register(a))
    attempt(lambda: epoll.modify(b, IN))
    attempt(lambda: epoll.unregister(b))
    a.close()
    print([event for fd, event in poll.poll(0)], epoll.poll(0))
    attempt(lambda: poll.unregister(a))
    epoll.close()
    epoll.close()
    print(epoll.closed)
    attempt(lambda: epoll.poll(0))
    attempt(lambda: epoll.fileno())
    attempt(lambda: epoll.register(b))
    attempt(lambda: select.epoll(0))
    attempt(lambda: select.epoll(-2))
    b.close()


def edges():
    a, b = socket.socketpair()
    b.setblocking(False)
    with select.epoll() as epoll:
        epoll.register(b, IN | select.EPOLLET)
        print(epoll.poll(0))
        for _ in range(2):
            a.sendall(b'abcd')
            print([event for fd, event in epoll.poll()], epoll.poll(0), b.recv(10))
        epoll.modify(b, OUT | select.EPOLLONESHOT)
        print([event for fd, event in epoll.poll()], epoll.poll(0))
        epoll.modify(b, IN | OUT | select.EPOLLET)
        print([event for fd, event in epoll.poll()], epoll.poll(0))
        a.close()
        print([event for fd, event in epoll.poll()], epoll.poll(0))
    b.close()


def edges_tcp():
    a, b = tcp()
    with select.epoll() as epoll:
        epoll.register(b, IN | RDHUP | select.EPOLLET)
        a.sendall(b'x')
        print([event for fd, event in epoll.poll()], epoll.poll(0), b.recv(10))
        a.shutdown(socket.SHUT_WR)
        print([event for fd, event in epoll.poll()], epoll.poll(0), epoll.poll(0))
        b.shutdown(socket.SHUT_WR)
        settle(b, IN, select.POLLHUP)
        print(epoll.poll(0)[1:], epoll.poll(0), epoll.poll(0))
    a.close()
    b.close()


def edge_partial():
    for name, make in ('unix', socket.socketpair), ('tcp', tcp):
        a, b = make()
        with select.epoll() as epoll:
            def look(what):
                print(name, what, [event for fd, event in epoll.poll(0.02)])
            def hear(what):
                print(name, what, [event for fd, event in epoll.poll(20)])
            epoll.register(b, IN | RDHUP | select.EPOLLET)
            look('idle')
            a.sendall(b'abcd')
            settle(b, IN, IN)
            look('data')
            b.recv(1)
            look('read a part')
            a.sendall(b'ef')
            hear('more behind it')
            look('nothing new')
            epoll.unregister(b)
            epoll.register(b, IN | RDHUP | select.EPOLLET)
            look('registered again')
            epoll.modify(b, IN | RDHUP | select.EPOLLET)
            look('modified')
            a.shutdown(socket.SHUT_WR)
            hear('end behind it')
            b.recv(100)
            look('read all')
            look('nothing new')
        a.close()
        b.close()


def edge_both():
    for name, make in ('unix', socket.socketpair), ('tcp', tcp):
        a, b = make()
        with select.epoll() as epoll, select.epoll() as other:
            def look(what):
                print(name, what, [event for fd, event in epoll.poll(0.02)], [event for fd, event in other.poll(0.02)])
            epoll.register(b, IN | OUT | select.EPOLLET)
            other.register(b, IN | select.EPOLLET)
            look('idle')
            a.sendall(b'abcd')
            settle(b, IN, IN)
            look('data')
            b.recv(2)
            look('read a part')
            b.recv(2)
            look('read all')
            b.sendall(b'x')
            look('written')
            other.unregister(b)
            a.sendall(b'y')
            settle(b, IN, IN)
            look('one of two')
            epoll.modify(b, IN)
            look('level')
            look('level')
            epoll.modify(b, IN | select.EPOLLET)
            look('edge')
            look('edge')
            b.close()
            look('closed')
            print(name, a.recv(10))
        a.close()


def edge_once():
    a, b = socket.socketpair()
    with select.epoll() as epoll:
        def look(what):
            print(what, [event for fd, event in epoll.poll(0.02)])
        mask = IN | select.EPOLLET | select.EPOLLONESHOT
        epoll.register(b, mask)
        a.sendall(b'ab')
        look('data')
        a.sendall(b'c')
        look('spent')
        epoll.modify(b, mask)
        look('armed')
        b.recv(10)
        epoll.modify(b, mask)
        look('armed, nothing there')
        a.sendall(b'd')
        look('data')
        a.close()
        look('spent')
    b.close()


def edge_accept():
    with socket.create_server(('127.0.0.1', 0)) as server, select.epoll() as epoll:
        def look(what):
            print(what, [event for fd, event in epoll.poll(0.02)])
        def hear(what):
            print(what, [event for fd, event in epoll.poll(20)])
        epoll.register(server, IN | select.EPOLLET)
        look('idle')
        first = socket.create_connection(server.getsockname())
        settle(server, IN, IN)
        look('one')
        look('not accepted')
        second = socket.create_connection(server.getsockname())
        hear('two')
        server.accept()[0].close()
        look('one left')
        server.accept()[0].close()
        look('none left')
        first.close()
        second.close()
        with socket.socket() as client:
            client.setblocking(False)
            client.connect_ex(server.getsockname())
            epoll.register(client, IN | OUT | select.EPOLLET)
            print([event for fd, event in epoll.poll(5, 1) + epoll.poll(0.02)].count(OUT))
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as datagrams:
            datagrams.bind(('127.0.0.1', 0))
            epoll.register(datagrams, IN | OUT | select.EPOLLET)
            look('datagrams')
            for _ in range(2):
                datagrams.sendto(b'x', datagrams.getsockname())
                hear('datagram')
            datagrams.recv(10)
            look('one left')


def edge_meanwhile():
    a, b = socket.socketpair()
    with select.epoll() as epoll:
        def during(act):
            told = []
            thread = threading.Thread(target=lambda: told.extend(event for fd, event in epoll.poll(20)))
            thread.start()
            act()
            thread.join()
            print(told)
        epoll.register(b, IN | select.EPOLLET)
        during(lambda: a.sendall(b'x'))
        during(lambda: a.sendall(b'y'))
        during(lambda: epoll.modify(b, IN | OUT | select.EPOLLET))
        c, d = socket.socketpair()
        during(lambda: epoll.register(c, OUT | select.EPOLLET))
        during(d.close)
        during(a.close)
        c.close()
    b.close()


def kinds():
    for kind in [selectors.SelectSelector, selectors.PollSelector, selectors.EpollSelector]:
        a, b = socket.socketpair()
        c, d = socket.socketpair()
        with kind() as selector:
            selector.register(a, selectors.EVENT_READ | selectors.EVENT_WRITE, 'a')
            selector.register(c, selectors.EVENT_READ, 'c')
            print(sorted((key.data, events) for key, events in selector.select(0)))
            b.sendall(b'x')
            d.close()
            settle(c, IN, IN)
            print(sorted((key.data, events) for key, events in selector.select(0)))
            print(selector.modify(a, selectors.EVENT_WRITE).data, selector.get_key(c).data, len(selector.get_map()))
            print(sorted(events for key, events in selector.select(0)))
            attempt(lambda: selector.register(a, 0))
            attempt(lambda: selector.register('x', 1))
            attempt(lambda: selector.register(b, 4))
            selector.unregister(a)
            print(len(selector.get_map()))
        print(selector.get_map())
        attempt(lambda: selector.get_key(c))
        for s in [a, b, c]:
            s.close()


class Handler(socketserver.StreamRequestHandler):
    def handle(self):
        for line in self.rfile:
            if line == b'raise\n':
                raise ValueError('boo')
            self.wfile.write(line.upper())


def serve(server, texts):
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    for text in texts:
        with socket.create_connection(server.server_address) as client:
            client.sendall(text)
            client.shutdown(socket.SHUT_WR)
            with client.makefile('rb') as file:
                try:
                    print(file.read())
                except OSError as e:
                    print(repr(e))
    server.shutdown()
    thread.join()
    server.server_close()


def servers():
    calls = []

    class Quiet:
        def handle_error(self, request, client_address):
            calls.append(repr(sys.exc_info()[1]))

    class Plain(Quiet, socketserver.TCPServer):
        pass

    class Threads(Quiet, socketserver.ThreadingTCPServer):
        pass

    for kind in [Plain, Threads]:
        serve(kind(('127.0.0.1', 0), Handler), [b'a\nb\n', b'', b'x\nraise\nnever\n', b'last'])
        print(calls)
    server = Plain(('127.0.0.1', 0), Handler)
    server.timeout = 0.01
    print(server.handle_request(), server.request_queue_size, server.allow_reuse_address, server.fileno() > 0)
    attempt(lambda: Plain(server.server_address, Handler))
    server.server_close()
    print(server.fileno())
    attempt(server.handle_request)


def programs():
    run = subprocess.run
    print(run(['sh', '-c', 'echo out; echo err >&2; exit 3'], capture_output=True))
    print(repr(run('cat', input='text\n', text=True, capture_output=True, shell=True).stdout))
    attempt(lambda: run(['false'], check=True))
    attempt(lambda: run(['/nonexistent']))
    attempt(lambda: run(['true'], cwd='/nonexistent'))
    attempt(lambda: run(['true'], input=b'', stdin=subprocess.PIPE))
    for words in [['sh', '-c', 'kill -9 $$'], ['sh', '-c', 'kill -15 $$'], ['sh', '-c', 'exit 255']]:
        print(run(words).returncode)
        try:
            subprocess.check_call(words)
        except subprocess.CalledProcessError as e:
            print(e, e.returncode, e.output)
    try:
        run(['sleep', '50'], timeout=0.05)
    except subprocess.TimeoutExpired as e:
        print(str(e).startswith("Command '['sleep', '50']' timed out after 0.0"), e.output)
    print(tuple(subprocess.getstatusoutput('echo hello; exit 5')), subprocess.getoutput('printf x'))
    print(subprocess.list2cmdline(['a b', 'c"d', 'e\\', '']))
    with subprocess.Popen(['sh', '-c', 'read x; echo $x; read y; exit $y'], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as p:
        p.stdin.write('one\n')
        p.stdin.flush()
        print(repr(p.stdout.readline()), p.poll(), p.returncode)
        print(repr(p.communicate('7\n')[0]), p.returncode, p.poll(), p)
    print(p.stdin.closed, p.stdout.closed)


for program in [hang_ups_unix, hang_ups_tcp, resets, not_connected, pipes, mistakes, edges, edges_tcp, edge_partial, edge_both, edge_once, edge_accept, edge_meanwhile, kinds, servers, programs]:
    print(program.__name__)
    program()
    print()
