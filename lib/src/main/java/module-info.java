import org.jspecify.annotations.NullMarked;

/** Python's concurrency modules for Java, name for name: a package per Python module. */
@NullMarked
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"}) // pickle and ArchUnit are optional, and have no descriptors
module pythonic {
  requires static transitive org.jspecify;
  requires transitive com.google.common;
  requires java.management;
  requires jdk.net;
  requires static pickle;
  requires static transitive com.tngtech.archunit;
  requires static jdk.compiler;

  provides com.sun.source.util.Plugin with pythonic.internal.compiler.MonitorCheck;

  exports pythonic.archunit;
  exports pythonic.atexit;
  exports pythonic.builtins;
  exports pythonic.builtins.functions;
  exports pythonic.builtins.keywords;
  exports pythonic.concurrent.futures;
  exports pythonic.contextvars;
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
  exports pythonic.socket;
  exports pythonic.socketserver;
  exports pythonic.struct;
  exports pythonic.subprocess;
  exports pythonic.sys;
  exports pythonic.threading;
  exports pythonic.time;
}
