"""What the control API keeps for all processes of a stub: on the board, not in memory.

faults          rules, and how often they were met
journal         the requests of all, and what of the API they exercised
limits          what all count against
subscriptions   who wants to hear of events
deliveries      events on their way: each attempt is made by one process
delivery_log    where they lie, and who has a claim on which
"""
