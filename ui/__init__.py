"""The pages of the Streamlit app and the widgets they share."""
