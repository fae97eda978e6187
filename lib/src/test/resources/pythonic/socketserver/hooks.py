# Servers with hooks of their own, which say what is called. HookPrograms.java and MorePrograms.java have the same in Java.
import os, socket, socketserver, sys, threading, time


out = []
guard = threading.Lock()
def say(*values):
    with guard:
        out.append(' '.join(map(str, values)))


def talk(server, text=b'x'):
    with socket.create_connection(server.server_address, 30) as client:
        client.sendall(text)
        client.shutdown(socket.SHUT_WR)
        got = b''
        while piece := client.recv(1024):
            got += piece
        return got


def serve_one(server, text=b'x'):
    got = []
    thread = threading.Thread(target=lambda: got.append(talk(server, text)))
    thread.start()
    try:
        server.handle_request()
    finally:
        thread.join()
        if isinstance(server, socketserver.ThreadingMixIn):
            server._threads.join()
        say('got', got[0])


class Upper(socketserver.BaseRequestHandler):
    def handle(self):
        data = self.request.recv(1024)
        if data == b'raise':
            raise ValueError('boo')
        self.request.sendall(data.upper())


class Logged(socketserver.TCPServer):
    def server_bind(self):
        say('server_bind', self.allow_reuse_address)
        super().server_bind()
    def server_activate(self):
        say('server_activate')
        super().server_activate()
    def get_request(self):
        say('get_request')
        return super().get_request()
    def verify_request(self, request, client_address):
        say('verify_request', client_address[0])
        return super().verify_request(request, client_address)
    def process_request(self, request, client_address):
        say('process_request')
        super().process_request(request, client_address)
    def finish_request(self, request, client_address):
        say('finish_request')
        super().finish_request(request, client_address)
    def shutdown_request(self, request):
        say('shutdown_request', request.fileno() >= 0)
        super().shutdown_request(request)
    def close_request(self, request):
        say('close_request')
        super().close_request(request)
        say('closed', request.fileno())
    def handle_error(self, request, client_address):
        say('handle_error', client_address[0], type(sys.exc_info()[1]).__name__)
    def handle_timeout(self):
        say('handle_timeout')
    def server_close(self):
        say('server_close')
        super().server_close()


def logged():
    with Logged(('127.0.0.1', 0), Upper) as server:
        for text in [b'hello', b'raise']:
            serve_one(server, text)
        server.timeout = 0.01
        server.handle_request()


def by_hand():
    server = Logged(('127.0.0.1', 0), Upper, bind_and_activate=False)
    say(server.server_address)
    server.allow_reuse_address = True
    server.server_bind()
    say(server.server_address[1] != 0)
    server.server_activate()
    server.server_close()
    say(server.fileno())


def fails():
    class Failing(Logged):
        def server_bind(self):
            raise OSError(5, 'no')
    try:
        Failing(('127.0.0.1', 0), Upper)
    except OSError as e:
        say(repr(e))
    class Failing2(Logged):
        def server_activate(self):
            raise ValueError('not active')
    try:
        Failing2(('127.0.0.1', 0), Upper)
    except ValueError as e:
        say(repr(e))


class OwnMixIn:
    def process_request(self, request, client_address):
        say('own mix-in')
        thread = threading.Thread(target=self.serve_it, args=(request, client_address))
        thread.start()
        thread.join()
    def serve_it(self, request, client_address):
        try:
            self.finish_request(request, client_address)
        except Exception:
            self.handle_error(request, client_address)
        finally:
            self.shutdown_request(request)


class OwnServer(OwnMixIn, Logged):
    pass


def own_mixin():
    with OwnServer(('127.0.0.1', 0), Upper) as server:
        for text in [b'own', b'raise']:
            serve_one(server, text)


class Threads(socketserver.ThreadingMixIn, Logged):
    def process_request(self, request, client_address):
        say('threads process_request')
        say('process_request')  # by Python's order of classes the mix-in comes before Logged, whose method says so in Java
        super().process_request(request, client_address)
    def process_request_thread(self, request, client_address):
        say('process_request_thread', threading.current_thread() is not main)
        super().process_request_thread(request, client_address)


main = threading.current_thread()


def threads():
    with Threads(('127.0.0.1', 0), Upper) as server:
        for text in [b'thread', b'raise']:
            serve_one(server, text)


class Refusing(Logged):
    def verify_request(self, request, client_address):
        say('refuse')
        return False


class VerifyRaises(Logged):
    def verify_request(self, request, client_address):
        raise KeyError('who')


def verify():
    with Refusing(('127.0.0.1', 0), Upper) as server:
        client = socket.create_connection(server.server_address)
        server.handle_request()
        say('rest', client.recv(10))
        client.close()
    with VerifyRaises(('127.0.0.1', 0), Upper) as server:
        client = socket.create_connection(server.server_address)
        try:
            server.handle_request()
        except KeyError as e:
            say('raised', repr(e))
        client.close()


class GetRaises(Logged):
    def get_request(self):
        conn, addr = super().get_request()
        conn.close()
        raise self.error


def get_raises():
    for error in [OSError(4, 'x'), TimeoutError(), ValueError('bad')]:
        with GetRaises(('127.0.0.1', 0), Upper) as server:
            server.error = error
            client = socket.create_connection(server.server_address)
            try:
                server.handle_request()
                say('returned')
            except Exception as e:
                say('raised', repr(e))
            client.close()


class ActionsRaise(Logged):
    count = 0
    def service_actions(self):
        self.count += 1
        if self.count == 3:
            raise LookupError('third')


def actions():
    with ActionsRaise(('127.0.0.1', 0), Upper) as server:
        try:
            server.serve_forever(0.01)
        except LookupError as e:
            say('raised', repr(e), server.count)
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        got = talk(server, b'again')
        server.shutdown()
        thread.join()
        say('got', got)


class Greeter(socketserver.StreamRequestHandler):
    def __init__(self, greeting, *args):
        self.greeting = greeting
        super().__init__(*args)
    def handle(self):
        self.wfile.write(self.greeting + self.rfile.readline())


class Greeting(socketserver.TCPServer):
    def finish_request(self, request, client_address):
        Greeter(b'good day, ', request, client_address, self)


def finish():
    with Greeting(('127.0.0.1', 0), None) as server:
        serve_one(server, b'you')


class Keeping(socketserver.TCPServer):
    kept = []
    def shutdown_request(self, request):
        self.kept.append(request)


def keeping():
    with Keeping(('127.0.0.1', 0), Upper) as server:
        client = socket.create_connection(server.server_address)
        client.sendall(b'keep')
        server.handle_request()
        say(client.recv(10))
        server.kept[0].sendall(b'later')
        say(client.recv(10))
        server.kept[0].close()
        say(client.recv(10))
        client.close()


class UpperPacket(socketserver.DatagramRequestHandler):
    def handle(self):
        self.wfile.write(self.rfile.read().upper())


class LoggedUDP(socketserver.UDPServer):
    max_packet_size = 4
    def get_request(self):
        (data, sock), addr = super().get_request()
        say('udp get_request', data, sock is self.socket, addr[0])
        return (data + b'!', sock), addr
    def shutdown_request(self, request):
        say('udp shutdown_request', request[0])
        super().shutdown_request(request)
    def close_request(self, request):
        say('udp close_request')
        super().close_request(request)
    def server_activate(self):
        say('udp server_activate')


def udp():
    with LoggedUDP(('127.0.0.1', 0), UpperPacket) as server:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
            client.sendto(b'abcdef', server.server_address)
            server.handle_request()
            say(client.recv(100))


handled = threading.Event()


class PairServer(socketserver.BaseServer):
    def __init__(self, handler):
        super().__init__('pair', handler)
        self.socket, self.b = socket.socketpair()
    def fileno(self):
        return self.socket.fileno()
    def get_request(self):
        return self.socket.recv(10), 'nobody'
    def close_request(self, request):
        say('pair close_request', request)


class Saying(socketserver.BaseRequestHandler):
    def handle(self):
        say('handles', self.request, self.client_address, self.server.server_address)
        if self.request == b'two':
            handled.set()


def pair():
    server = PairServer(Saying)
    server.b.sendall(b'one')
    server.handle_request()
    server.timeout = 0
    server.handle_request()
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    server.b.sendall(b'two')
    handled.wait()
    server.shutdown()
    thread.join()
    server.server_close()
    server.socket.close()
    server.b.close()


def timeouts():
    with Logged(('127.0.0.1', 0), Upper) as server:
        server.socket.settimeout(0.01)
        server.handle_request()
        server.socket.settimeout(10)
        server.timeout = 0.02
        server.handle_request()


class Stopper(socketserver.BaseRequestHandler):
    def handle(self):
        self.request.sendall(b'stopping')
        self.server.shutdown()


def stopper():
    with socketserver.ThreadingTCPServer(('127.0.0.1', 0), Stopper) as server:
        got = []
        thread = threading.Thread(target=lambda: got.append(talk(server)))
        thread.start()
        server.serve_forever()
        thread.join()
        say('got', got[0])
    say('stopped')


def attributes():
    for c in [socketserver.TCPServer, socketserver.UDPServer, socketserver.ThreadingTCPServer, socketserver.ForkingTCPServer]:
        say(c.timeout, c.request_queue_size, c.allow_reuse_address, c.allow_reuse_port, c.address_family, c.socket_type)


class SetupRaises(socketserver.BaseRequestHandler):
    def setup(self): say('setup'); raise ValueError('s')
    def finish(self): say('finish')
class FinishRaises(socketserver.BaseRequestHandler):
    def handle(self): say('handle'); raise ValueError('h')
    def finish(self): say('finish'); raise KeyError('f')


def handlers():
    for handler in [SetupRaises, FinishRaises]:
        with Logged(('127.0.0.1', 0), handler) as server:
            with socket.create_connection(server.server_address) as client:
                server.handle_request()
                say('rest', client.recv(10))


names = [logged, by_hand, fails, own_mixin, threads, verify, get_raises, actions, finish, keeping, udp, pair, timeouts, stopper, attributes, handlers]
for f in names:
    out.clear()
    f()
    print(f.__name__)
    print('\n'.join(out) + '\n')
