"""What a graph of a day says as a whole: loads, gaps, brokers, clusters, chains. Pure functions over ties, one module an idea.

Each function takes the ties of one day and gives frozen records in a fixed order: the same ties in any order give the
same records. Nothing here reads a store; whoever calls brings the ties (`queries.answers.analysis`).
"""
