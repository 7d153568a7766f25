"""What can go wrong, as a tree.

TrucelineError
├── BadInput (ValueError)        the user's input is wrong; the message says what to do
│   ├── BadReport                a report cannot be read
│   ├── BadWar                   a war folder has a mistake
│   └── BadFrame                 a frame breaks its table contract
├── TooFewData (ValueError)      there is nothing honest to estimate from
└── StoreError (RuntimeError)    the record cannot be opened or written
    ├── StoreBroken              the file is damaged or not a truceline store
    ├── StoreNewer               a later truceline wrote it
    └── StoreBusy                another process is writing
"""


class TrucelineError(Exception):
    """Any error that truceline raises on purpose."""


class BadInput(TrucelineError, ValueError):
    """The user's input is wrong; the message says what to do."""


class BadReport(BadInput):
    """A report cannot be read."""


class BadWar(BadInput):
    """A war folder has a mistake."""


class BadFrame(BadInput):
    """A frame breaks its table contract."""


class TooFewData(TrucelineError, ValueError):
    """There is nothing honest to estimate from."""


class StoreError(TrucelineError, RuntimeError):
    """The record cannot be opened or written."""


class StoreBroken(StoreError):
    """The file is damaged or not a truceline store."""


class StoreNewer(StoreError):
    """A later truceline wrote the store."""


class StoreBusy(StoreError):
    """Another process is writing to the store."""
