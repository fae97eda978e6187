package pythonic.socket;

/** The errors of getaddrinfo, with the system's texts. */
enum Gai {
  BADFLAGS(-1, "Bad value for ai_flags"),
  NONAME(-2, "Name or service not known"),
  FAMILY(-6, "ai_family not supported"),
  SOCKTYPE(-7, "ai_socktype not supported"),
  SERVICE(-8, "Servname not supported for ai_socktype"),
  ADDRFAMILY(-9, "Address family for hostname not supported");

  private final int number;
  private final String text;

  Gai(int number, String text) {
    this.number = number;
    this.text = text;
  }

  Gaierror raised() {
    return new Gaierror(number, text);
  }
}
