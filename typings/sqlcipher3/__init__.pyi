# sqlcipher3 is the standard sqlite3 module built on SQLCipher, and ships no types.
from sqlite3 import *
