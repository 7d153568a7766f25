"""The track record of a forecast, as the backtest found it: scores, and what it was better than."""

from dataclasses import dataclass

Gap = tuple[float, float, float]  # ours less theirs: mean, low, high


@dataclass(frozen=True, slots=True)
class Height:
    """Forecasts of about one height: their mean, the share that came, its interval, how many."""

    said: float
    came: float
    low: float
    high: float
    forecasts: int
    wars: int

    def words(self) -> str:
        """Return what came in words.

        Examples
        --------
        >>> Height(0.34, 0.26, 0.18, 0.35, 852, 112).words()
        'of 852 forecasts of 112 wars that said about 0.34, 0.26 came (0.18 to 0.35)'
        """
        return (
            f"of {self.forecasts} forecasts of {self.wars} wars that said about {self.said:.2f}, "
            f"{self.came:.2f} came ({self.low:.2f} to {self.high:.2f})"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """Scores of one event. `log_gap` and `brier_gap` are by rival; below 0 ours is better.

    `heights` tell what came of forecasts by how high they were.
    """

    event: str
    forecasts: int
    wars: int
    first: int
    last: int
    came: float
    log: float
    brier: float
    log_gap: dict[str, Gap]
    brier_gap: dict[str, Gap]
    heights: tuple[Height, ...] = ()

    def near(self, chance: float) -> Height | None:
        """Return what came of the forecasts nearest in height to a chance.

        Parameters
        ----------
        chance : float
            Between 0 and 1.

        Returns
        -------
        Height or None
            None where no heights are known.
        """
        return min(self.heights, key=lambda each: abs(each.said - chance), default=None)

    @property
    def better(self) -> bool:
        """Whether it is better than every rival in both scores, the whole interval below 0."""
        return all(gap[2] < 0 for each in (self.log_gap, self.brier_gap) for gap in each.values())

    def words(self) -> str:
        """Return the record in a sentence.

        Examples
        --------
        >>> Track(event="stop", forecasts=9, wars=3, first=1900, last=1999, came=0.1, log=0.2,
        ...       brier=0.05, log_gap={"Lindy": (-0.1, -0.2, 0.01)}, brier_gap={}).words()
        '9 forecasts of 3 wars, 1900 to 1999: log score 0.2000, Brier 0.0500; log less Lindy
        -0.1000 (-0.2000 to 0.0100)'
        """
        told = [
            f"{name} less {rival} {gap[0]:.4f} ({gap[1]:.4f} to {gap[2]:.4f})"
            for name, gaps in (("log", self.log_gap), ("Brier", self.brier_gap))
            for rival, gap in gaps.items()
        ]
        return (
            f"{self.forecasts} forecasts of {self.wars} wars, {self.first} to {self.last}: log "
            f"score {self.log:.4f}, Brier {self.brier:.4f}; {'; '.join(told)}"
        )
