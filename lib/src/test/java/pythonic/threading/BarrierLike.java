package pythonic.threading;

import pythonic.builtins.keywords.Timeout;

/** What the contract of barriers asks for. What the action throws passes through. */
public interface BarrierLike {

  int wait_() throws Exception;

  int wait_(double timeout) throws Exception;

  int wait_(Timeout timeout) throws Exception;

  void reset();

  void abort();

  int parties();

  int n_waiting();

  boolean broken();
}
