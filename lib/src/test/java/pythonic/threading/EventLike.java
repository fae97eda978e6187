package pythonic.threading;

import pythonic.builtins.keywords.Timeout;

/** What the contract of events asks for. */
public interface EventLike {

  boolean is_set();

  void set();

  void clear();

  boolean wait_();

  boolean wait_(double timeout);

  boolean wait_(Timeout timeout);
}
