package pythonic.concurrent.futures;

import pythonic.builtins.keywords.ThreadPoolExecutorKeyword;

final class ThreadPoolExecutorTest extends ThreadPoolExecutorContract {

  @Override
  ThreadPoolExecutor executor(ThreadPoolExecutorKeyword... keywords) {
    return new ThreadPoolExecutor(keywords);
  }
}
