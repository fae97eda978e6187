# Lesson 39: the customer-service robot
#
# It greets, answers '0' and anything else, and ends at 'exit'. One client is served after the other.
#
# Run it alone: python3 lesson39.py
import socket
import threading


def talk(conn):
    conn.sendall('Welcome. Press 0 for a person, exit to leave.'.encode())
    while True:
        data = conn.recv(1024).decode()
        if not data or data == 'exit':
            break
        elif data == '0':
            conn.sendall('A person is coming.'.encode())
        else:
            conn.sendall(('There is no choice ' + data + '.').encode())
    conn.close()


def serve(server, clients):
    for _ in range(clients):
        conn, addr = server.accept()
        talk(conn)


server = socket.create_server(('127.0.0.1', 0))
robot = threading.Thread(target=serve, args=(server, 2))
robot.start()
for keys in [['0', '5', 'exit'], ['exit']]:
    client = socket.create_connection(server.getsockname())
    print(client.recv(1024).decode())
    for key in keys:
        client.sendall(key.encode())
        answer = client.recv(1024).decode()
        print(key, '->', answer or 'the robot has hung up')
    client.close()
robot.join()
print('all were served')
server.close()
