package pythonic.concurrent.futures;

import pythonic.builtins.keywords.ThreadPoolExecutorKeyword;

final class ExecutorExtensionsTest extends ExecutorExtensionsContract {

  @Override
  ThreadPoolExecutor executor(ThreadPoolExecutorKeyword... keywords) {
    return new ThreadPoolExecutor(keywords);
  }
}
