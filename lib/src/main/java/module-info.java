import org.jspecify.annotations.NullMarked;

/** Python's concurrency modules for Java, name for name: a package per Python module. */
@NullMarked
@SuppressWarnings("requires-automatic") // pickle and ArchUnit are optional, and have no descriptors
module pythonic {
  requires static transitive org.jspecify;
  requires transitive com.google.common;
  requires java.management;
  requires jdk.net;
  requires static me.tongfei.progressbar;
  requires static pickle;
  requires static com.tngtech.archunit;
  requires static jdk.compiler;

  provides com.sun.source.util.Plugin with pythonic.internal.compiler.MonitorCheck;

  exports pythonic.archunit;
  exports pythonic.atexit;
  exports pythonic.builtins;
  exports pythonic.builtins.functions;
  exports pythonic.builtins.keywords;
  exports pythonic.concurrent.futures;
  exports pythonic.contextvars;
  exports pythonic.gevent;
  exports pythonic.gevent.event;
  exports pythonic.gevent.exceptions;
  exports pythonic.gevent.hub;
  exports pythonic.gevent.local;
  exports pythonic.gevent.lock;
  exports pythonic.gevent.monkey;
  exports pythonic.gevent.pool;
  exports pythonic.gevent.queue;
  exports pythonic.gevent.server;
  exports pythonic.gevent.threadpool;
  exports pythonic.greenlet;
  exports pythonic.multiprocessing;
  exports pythonic.multiprocessing.connection;
  exports pythonic.multiprocessing.context;
  exports pythonic.multiprocessing.dummy;
  exports pythonic.multiprocessing.managers;
  exports pythonic.multiprocessing.pool;
  exports pythonic.multiprocessing.shared_memory;
  exports pythonic.multiprocessing.sharedctypes;
  exports pythonic.os;
  exports pythonic.queue;
  exports pythonic.select;
  exports pythonic.selectors;
  exports pythonic.socket;
  exports pythonic.socketserver;
  exports pythonic.struct;
  exports pythonic.subprocess;
  exports pythonic.sys;
  exports pythonic.threading;
  exports pythonic.time;
}
