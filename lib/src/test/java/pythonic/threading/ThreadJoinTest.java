package pythonic.threading;

import pythonic.builtins.keywords.ThreadKeyword;

class ThreadJoinTest extends ThreadJoinContract {

  @Override
  Thread thread(ThreadKeyword... keywords) {
    return new Thread(keywords);
  }
}
