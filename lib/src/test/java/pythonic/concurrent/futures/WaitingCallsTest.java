package pythonic.concurrent.futures;

import pythonic.builtins.keywords.ThreadPoolExecutorKeyword;

final class WaitingCallsTest extends WaitingCallsContract {

  @Override
  ThreadPoolExecutor executor(ThreadPoolExecutorKeyword... keywords) {
    return new ThreadPoolExecutor(keywords);
  }
}
