package pythonic.differential;

import java.util.Random;

/** What calls there are on one kind of object, in every form in which Python lets a program write them. */
@FunctionalInterface
interface Vocabulary {

  /** {@return a call drawn at random} */
  Invocation next(Random random);
}
