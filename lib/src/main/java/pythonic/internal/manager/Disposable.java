package pythonic.internal.manager;

/** An object that has something to end when no process refers to it any longer. */
public interface Disposable {

  /** Ends it, once. */
  void dispose();
}
