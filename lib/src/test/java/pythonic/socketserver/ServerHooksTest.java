package pythonic.socketserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Builtins.decode;
import static pythonic.builtins.Builtins.encode;
import static pythonic.builtins.Keywords.timeout;
import static pythonic.socket.Socket.address;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.SystemExit;
import pythonic.builtins.ValueError;
import pythonic.socket.Address;
import pythonic.socket.Socket;
import pythonic.testing.Threads;

/** Which methods a server calls, and in what order: CPython's own, as its source and a run of the same program have it. */
final class ServerHooksTest {

  private static final List<String> CALLS = Collections.synchronizedList(new ArrayList<>());

  static final class Handler extends BaseRequestHandler<Socket> {
    @Override
    public void setup() {
      CALLS.add("setup");
    }

    @Override
    public void handle() {
      CALLS.add("handle");
      switch (decode(request().recv(10))) {
        case "raise" -> throw new ValueError("boo");
        case "exit" -> throw new SystemExit(3);
        default -> request().sendall(encode("done"));
      }
    }

    @Override
    public void finish() {
      CALLS.add("finish");
    }
  }

  /** Says what is called. */
  private static class Telling extends TCPServer {
    Telling() {
      super(address("127.0.0.1", 0), Handler::new);
    }

    @Override
    public boolean verify_request(Socket request, Address client_address) {
      CALLS.add("verify_request");
      return true;
    }

    @Override
    public void process_request(Socket request, Address client_address) {
      CALLS.add("process_request");
      super.process_request(request, client_address);
    }

    @Override
    public void finish_request(Socket request, Address client_address) {
      CALLS.add("finish_request");
      super.finish_request(request, client_address);
    }

    @Override
    public void handle_error(Socket request, Address client_address) {
      CALLS.add("handle_error");
    }

    @Override
    public void shutdown_request(Socket request) {
      CALLS.add("shutdown_request");
      super.shutdown_request(request);
    }

    @Override
    public void close_request(Socket request) {
      CALLS.add("close_request");
      super.close_request(request);
    }

    @Override
    public void process_request_thread(Socket request, Address client_address) {
      CALLS.add("process_request_thread");
      super.process_request_thread(request, client_address);
    }

    @Override
    public void handle_timeout() {
      CALLS.add("handle_timeout");
    }
  }

  private static final class TellingThreads extends Telling implements ThreadingMixIn {}

  private static List<String> callsOf(TCPServer server, String text) {
    CALLS.clear();
    try (server; var client = Socket.create_connection(server.server_address(), timeout(30))) {
      client.sendall(encode(text));
      try {
        server.handle_request();
      } catch (SystemExit e) {
        CALLS.add("SystemExit");
      }
    }
    return List.copyOf(CALLS);
  }

  @Test
  void request_served_callsAllHooksInOrder() {
    assertThat(callsOf(new Telling(), "x")).containsExactly("verify_request", "process_request", "finish_request", "setup", "handle",
        "finish", "shutdown_request", "close_request");
  }

  @Test
  void request_handlerRaises_isReportedAndEndedOnce() {
    assertThat(callsOf(new Telling(), "raise")).containsExactly("verify_request", "process_request", "finish_request", "setup", "handle",
        "finish", "handle_error", "shutdown_request", "close_request");
  }

  @Test
  void request_handlerExits_isEndedOnceAndTheServerRaises() {
    assertThat(callsOf(new Telling(), "exit")).containsExactly("verify_request", "process_request", "finish_request", "setup", "handle",
        "finish", "shutdown_request", "close_request", "SystemExit");
  }

  @Test
  void request_inAThread_callsProcessRequestThread() {
    assertThat(callsOf(new TellingThreads(), "raise")).containsExactly("verify_request", "process_request", "process_request_thread",
        "finish_request", "setup", "handle", "finish", "handle_error", "shutdown_request", "close_request");
  }

  @Test
  void verifyRequest_false_endsTheRequest() {
    var server = new Telling() {
      @Override
      public boolean verify_request(Socket request, Address client_address) {
        return false;
      }
    };
    assertThat(callsOf(server, "x")).containsExactly("shutdown_request", "close_request");
  }

  @Test
  void handleRequest_nobodyComes_callsHandleTimeout() {
    CALLS.clear();
    try (var server = new Telling()) {
      server.timeout(0.01);
      server.handle_request();
    }
    assertThat(CALLS).containsExactly("handle_timeout");
  }

  @Test
  void serviceActions_areCalledAtLeastEachPollInterval() {
    var calls = new CountDownLatch(3);
    var server = new Telling() {
      @Override
      public void service_actions() {
        calls.countDown();
      }
    };
    server.poll_interval(0.01);
    var serving = Threads.run(server::serve_forever);
    Threads.await("service_actions", () -> calls.getCount() == 0);
    server.shutdown();
    serving.join();
    server.server_close();
  }

  /** CPython's example: the thread that serves asks for the end, which for it would never come. */
  @Test
  void shutdown_byAHandlerInTheServingThread_isReportedAndTheServerGoesOn() {
    var errors = new ArrayList<Throwable>();
    var server = new TCPServer(address("127.0.0.1", 0), () -> new BaseRequestHandler<Socket>() {
      @Override
      public void handle() {
        request().sendall(encode("here"));
        server().shutdown();
      }
    }) {
      @Override
      public void handle_error(Socket request, Address client_address) {
        errors.add(error());
      }
    };
    var serving = Threads.run(server::serve_forever);
    for (int i = 0; i < 2; i++) {
      try (var client = Socket.create_connection(server.server_address(), timeout(30))) {
        assertThat(decode(client.recv(10))).isEqualTo("here");
        assertThat(client.recv(10)).isEmpty();
      }
    }
    server.shutdown();
    serving.join();
    server.server_close();
    assertThat(errors).hasSize(2).allMatch(RuntimeError.class::isInstance);
  }

  @Test
  void serveForever_twiceAtOnce_raises() {
    try (var server = new Telling()) {
      var serving = Threads.startAndAwaitParked(() -> {
        server.serve_forever();
        return null;
      });
      assertThatThrownBy(server::serve_forever).isInstanceOf(RuntimeError.class);
      server.shutdown();
      serving.join();
    }
  }

  /** However shutdown and serve_forever meet, both end: schedules are as the system has them. */
  @Test
  void shutdownAgainstServeForever_manyTimes_bothEnd() {
    try (var server = new Telling()) {
      for (int i = 0; i < 500; i++) {
        var serving = Threads.run(server::serve_forever);
        var other = Threads.run(server::shutdown);
        server.shutdown();
        other.join();
        if (serving.isAlive()) {
          server.shutdown(); // both may have come before it began, and count as one
        }
        serving.join();
      }
    }
    assertThat(CALLS).doesNotContain("handle_error");
  }
}
