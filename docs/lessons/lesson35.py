# Lesson 35: a web server in twenty lines, answered to a real HTTP client
#
# A request is text: a line, headers, an empty line. So is the head of an answer.
#
# Run it alone: python3 lesson35.py
import socket
import threading
import urllib.error
import urllib.request

PAGES = {'/': '<h1>welcome</h1>', '/about': '<h1>about us</h1>'}


def serve(server):
    while True:
        try:
            conn, addr = server.accept()
        except OSError:
            break
        with conn, conn.makefile('r', encoding='latin-1', newline='\r\n') as lines:
            method, path, version = lines.readline().split()
            while lines.readline().strip():
                pass
            page = PAGES.get(path)
            body = (page or 'no such page').encode()
            conn.sendall(('HTTP/1.1 ' + ('200 OK' if page else '404 Not Found') + '\r\n').encode())
            conn.sendall(('Content-Length: ' + str(len(body)) + '\r\nConnection: close\r\n\r\n').encode())
            conn.sendall(body)


def get(port, path):
    try:
        with urllib.request.urlopen('http://127.0.0.1:' + str(port) + path) as answer:
            print(path, answer.status, answer.read().decode())
    except urllib.error.HTTPError as e:
        print(path, e.code, e.read().decode())


server = socket.create_server(('127.0.0.1', 0))
thread = threading.Thread(target=serve, args=(server,))
thread.start()
port = server.getsockname()[1]
for path in ['/', '/about', '/nothing']:
    get(port, path)
server.shutdown(socket.SHUT_RDWR)
server.close()
thread.join()
